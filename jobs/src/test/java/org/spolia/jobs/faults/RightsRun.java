package org.spolia.jobs.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.spolia.jobs.right.Right;
import org.spolia.jobs.right.Rights;
import org.spolia.jobs.right.WarehouseUse;

/** Holds a right until it is killed. */
final class RightsRun {
    static final String HELD = "held";

    private RightsRun() {}

    /** The argument is the folder of the warehouse. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (WarehouseUse use = WarehouseUse.shared(folder, "search");
                Right right = Rights.in(Optional.of(folder), Rights.Notice.NONE).keep("search", "search-trials")) {
            System.out.println(use == null || right == null ? "" : HELD);
            System.in.read();
        }
    }
}
