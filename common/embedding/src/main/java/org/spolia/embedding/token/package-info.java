/**
 * Objects of a survey as tokens, after AION-1 (Parker et al. 2025): codecs that make whole numbers of fluxes,
 * redshifts, spectra and images, and how a model numbers them. Values of columns come in, by their names; only
 * embedding, and what reads columns, imports it.
 */
@NullMarked
package org.spolia.embedding.token;

import org.jspecify.annotations.NullMarked;
