/**
 * Networks that are built here, random or to be pretrained, described once as layers.
 * What they write is an encoder bundle.
 */
@NullMarked
package org.spolia.embedding.network;

import org.jspecify.annotations.NullMarked;
