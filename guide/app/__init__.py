"""Presenters: requests in, frozen states out; QtCore only."""
