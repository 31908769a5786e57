"""What a run made, put into its final order and rendered."""
