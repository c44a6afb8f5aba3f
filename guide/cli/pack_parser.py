"""What may be written after `unknot pack`; the answers are imported when one is asked for."""

from argparse import ArgumentParser

from guide.i18n import _


def add_kinds(pack: ArgumentParser) -> None:
    """Let ``pack`` understand check, add, list and remove."""
    kinds = pack.add_subparsers(dest="what", metavar="check|add|list|remove", required=True)
    check = kinds.add_parser("check", help=_("every mistake of a pack, and what it brings"))
    add = kinds.add_parser("add", help=_("check a pack, and keep it"))
    listed = kinds.add_parser("list", help=_("the packs that were added"))
    remove = kinds.add_parser("remove", help=_("take a pack away; the journal stays"))
    for each in (check, add):
        each.add_argument(
            "file", metavar="FILE", help=_("a zip: docs/packs.md says how it is made")
        )
    remove.add_argument("id", metavar="ID", help=_("as list names it"))
    for each in (check, add, listed, remove):
        each.add_argument("--json", action="store_true", help=_("for programs"))
