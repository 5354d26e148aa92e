"""Events as calendars know them: iCalendar (RFC 5545), and the dates of what repeats itself."""
