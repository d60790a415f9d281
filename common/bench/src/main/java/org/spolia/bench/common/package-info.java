/** Common parts of benchmarks: options, peers in separate processes, ratios. The package depends on no benchmark. */
@NullMarked
package org.spolia.bench.common;

import org.jspecify.annotations.NullMarked;
