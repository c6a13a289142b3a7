"""What the desk keeps: records as versioned JSON with the columns that are searched beside them."""
