"""How much a content pack may hold: the table of docs/packs.md, in numbers."""

PACK_BYTES = 16 * 1024 * 1024  # the zip as it lies on the disk
ENTRIES = 2000  # files and folders in it
DIRECTORY_BYTES = 512 * 1024  # its list of contents
NAME_LENGTH = 120  # characters of a path
RATIO = 100  # times smaller than what comes out of it
TOTAL_BYTES = 24 * 1024 * 1024  # everything that comes out
ALL_TEXT_BYTES = 3 * 1024 * 1024  # the texts and facts together
ENGLISH_BYTES = 256 * 1024  # of them in English, which is looked at longest
PROSE_BYTES = 64 * 1024  # the text of a muscle, a lesson or a glossary
SHORT_BYTES = 4 * 1024  # the text of a stretch, a movement or a routine
FACTS_BYTES = 16 * 1024  # one .toml
PICTURE_BYTES = 2 * 1024 * 1024  # one picture, as it is packed
PICTURE_PIXELS = 32 * 1024 * 1024 // 4  # four bytes a pixel: 32 MB when it is drawn

DEPTH = 5  # tables and lists inside each other
NODES = 100  # values of one .toml
LARGEST_NUMBER = 1_000_000
LINE_LENGTH = 4000  # characters of one line or value
MARKS_IN_A_ROW = 4  # accents on one letter
LINES = 600  # of one file
TOLD = 50  # mistakes at once, and then reading stops
INSTALLED = 20  # packs on one computer
