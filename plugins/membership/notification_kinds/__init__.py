"""What people are told about membership. One file per concept."""
