package org.spolia.symbolic.search.result;

/**
 * The numbers of expressions that a search has evaluated.
 *
 * @param expressions expressions whose loss was computed, on all rows or up to the first block with a value that is not
 * finite; fits and scores of the library do not count
 * @param nodes their nodes
 * @param repeats expressions that were left out because they had been evaluated before
 */
public record SearchCounts(long expressions, long nodes, long repeats) {
    public static final SearchCounts NONE = new SearchCounts(0, 0, 0);

    public SearchCounts plus(SearchCounts more) {
        return new SearchCounts(expressions + more.expressions, nodes + more.nodes, repeats + more.repeats);
    }
}
