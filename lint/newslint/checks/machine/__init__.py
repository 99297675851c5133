"""Was it made by a machine and not read by a person?"""
