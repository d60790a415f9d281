/** The page of one fit: the model, the front, the residuals. The command fit writes it. */
@NullMarked
package org.spolia.experiment.report.fit;

import org.jspecify.annotations.NullMarked;
