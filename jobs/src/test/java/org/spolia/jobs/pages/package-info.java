/** Tests of README and docs: links, commands, configurations, queries, sample output, and the generated reference. */
@NullMarked
package org.spolia.jobs.pages;

import org.jspecify.annotations.NullMarked;
