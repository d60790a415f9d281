package org.spolia.symbolic.search.result;

/** A part of a search that may fail while the others go on. */
public enum Strategy {
    LIBRARY("library"),
    SYMMETRIES("symmetries"),
    INVERSE_SEARCH("inverse search"),
    ALGEBRAIC_SEARCH("algebraic search"),
    PARTS("laws of two parts"),
    PROPOSALS("proposals of the library"),
    EVOLUTION("evolution"),
    GUESSES("guesses"),
    NOISE("test for noise"),
    EXACTNESS("test for exact laws"),
    POLISH("polish"),
    HELD_OUT("trials on held-out rows"),
    CHOICE("choice of the model"),
    SNAPPING("round constants of the chosen model");

    private final String text;

    Strategy(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
