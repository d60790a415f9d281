/**
 * Objects of a survey as tokens, after AION-1 (Parker et al. 2025): codecs that convert fluxes, redshifts, spectra and
 * images to integers, and their numbering for a model. The inputs are values of columns, by name. Only embedding, and
 * code that reads columns, imports the package.
 */
@NullMarked
package org.spolia.embedding.token;

import org.jspecify.annotations.NullMarked;
