"""Plans reminders and delivers notifications."""
