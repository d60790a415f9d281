/** Who may write what in a warehouse: file locks that the operating system releases when a process ends. */
@NullMarked
package org.spolia.jobs.right;

import org.jspecify.annotations.NullMarked;
