"""The hard limits of pressing: nothing that a person or a file wishes passes them."""

HOLD_CAP = 90  # seconds, one hold
SESSION_CAP = 15 * 60  # seconds, one session from begin to end, pauses not counted
DISCOMFORT_CAP = 6  # of ten
REST_LEAST = 20  # seconds between two holds
REST_MOST = 30
SPOTS_CAP = 4  # spots per session
