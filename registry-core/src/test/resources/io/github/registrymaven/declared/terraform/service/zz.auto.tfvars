untagged_days = "7"
