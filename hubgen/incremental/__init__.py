"""What needn't be done again, and why: memories of earlier runs, and the account that `explain` gives of them."""
