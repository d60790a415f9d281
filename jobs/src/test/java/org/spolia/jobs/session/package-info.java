@NullMarked
package org.spolia.jobs.session;

import org.jspecify.annotations.NullMarked;
