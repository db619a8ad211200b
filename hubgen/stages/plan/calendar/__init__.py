"""The calendar: what happens when, as pages for people and as files for their calendars."""
