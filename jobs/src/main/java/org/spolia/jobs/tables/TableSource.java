package org.spolia.jobs.tables;

import java.util.List;

/** A service that knows of tables. */
public interface TableSource {
    List<Table> tables();
}
