"""Who: what the parse of an article shows of people: how they are described, and whom a description or a pronoun takes up."""
