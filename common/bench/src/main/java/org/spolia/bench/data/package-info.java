/**
 * Files, tables, embeddings and catalogues, next to other readers and libraries.
 * Started by Bench.
 */
@NullMarked
package org.spolia.bench.data;

import org.jspecify.annotations.NullMarked;
