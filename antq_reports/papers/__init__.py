"""The statistician's papers of a run: summary, chase list, forms to send back, changes, a page over all of it."""

from antq_reports.papers.run_papers import PapersWritten, write_papers

__all__ = ["PapersWritten", "write_papers"]
