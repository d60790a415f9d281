/**
 * Networks that are built here, random or for pretraining, each described once as layers. They write encoder bundles.
 */
@NullMarked
package org.spolia.embedding.network;

import org.jspecify.annotations.NullMarked;
