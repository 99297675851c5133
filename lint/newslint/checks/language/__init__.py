"""Kinds of check behind the rules of the pack `language`: what the parse of a sentence shows."""
