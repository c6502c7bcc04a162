"""The operations whose every moment is tried: a module each."""

from tests.faults.operation import Operation
from tests.faults.operations.backing_up import BACKING_UP
from tests.faults.operations.bulk import BULK
from tests.faults.operations.editing import EDITING, EDITING_ON_NETWORK
from tests.faults.operations.importing import IMPORTING
from tests.faults.operations.migrating import MIGRATING
from tests.faults.operations.restoring import RESTORING

OPERATIONS: tuple[Operation, ...] = (
    EDITING, EDITING_ON_NETWORK, IMPORTING, BULK, MIGRATING, BACKING_UP, RESTORING
)  # fmt: skip
