package ntbed.scenario;

/** How one looks for what a check describes. */
enum Look {
    /** It must be there. */
    PRESENT {
        @Override
        Finding at(Check check, Observation machine) {
            return check.present(machine);
        }
    },
    /** Nothing of the kind may be there. */
    ABSENT {
        @Override
        Finding at(Check check, Observation machine) {
            return check.absent(machine);
        }
    },
    /** It must be there still, in one form or another: the start-up message has two texts. */
    STILL {
        @Override
        Finding at(Check check, Observation machine) {
            Finding absent = check.absent(machine);
            return new Finding("still: " + check.written(), !absent.holds(), absent.seen());
        }
    };

    abstract Finding at(Check check, Observation machine);
}
