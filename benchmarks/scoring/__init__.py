"""What `score.py` and `judge.py` are made of: runs, sets, the ledger, estimates and their comparison."""
