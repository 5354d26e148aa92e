"""What people are told about membership: on their page, and in mails that name nothing. One file per concept."""
