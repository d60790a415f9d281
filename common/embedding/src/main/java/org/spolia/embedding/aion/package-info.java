/**
 * The inputs of AION-1 (Parker et al. 2025, arXiv 2510.17960), according to its code of version 0.0.2: modalities,
 * numbers of tokens, vocabularies, and the preparation of images and spectra by its codecs. The weights are not
 * included; {@code configs/encoders/aion.py} exports them.
 */
@NullMarked
package org.spolia.embedding.aion;

import org.jspecify.annotations.NullMarked;
