/** Benchmarks of files, tables, embeddings and catalogues against other readers and libraries. Bench starts them. */
@NullMarked
package org.spolia.bench.data;

import org.jspecify.annotations.NullMarked;
