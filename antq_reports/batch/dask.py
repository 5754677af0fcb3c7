"""Workers on other machines: Dask's executor, opened by its address. Dask is imported here, and only when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module

from antq_reports.errors import MissingLibraryError, Refusal, WorkerError

CONNECT_SECONDS = 30


@contextmanager
def dask_executor(address: str) -> Iterator[Executor]:
    """The executor of a running Dask scheduler (``tcp://10.0.0.5:8786``).

    Raises `MissingLibraryError` without the extra ``[dask]``, `WorkerError` when nobody answers at the address.
    """
    try:
        client_class = import_module("distributed").Client
    except ImportError as error:
        raise MissingLibraryError("dask", "cài thêm: pip install 'antq-reports[dask]'") from error
    try:
        client = client_class(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        remedy = "kiểm tra địa chỉ và xem “dask scheduler” có đang chạy không"
        raise WorkerError(Refusal(f"không nối được tới bộ điều phối Dask ở {address}", remedy)) from error
    with client:
        yield client.get_executor()
