"""``python -m antq_reports``: the command line."""

from antq_reports.cli import main

if __name__ == "__main__":
    main()
