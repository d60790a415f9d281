package org.spolia.symbolic.readable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spolia.symbolic.expression.Opcode;

/**
 * An e-graph (Willsey et al., egg, POPL 2021): classes of nodes with equal values, whose operands are classes again.
 * Sums and products have any number of operands in a fixed order, so that order and grouping need no rules. Two classes
 * become one only if their values at the probed rows are equal.
 *
 * <p>Everything is visited in the order in which it was added, so the content is a function of the expression.
 */
final class Graph {
    private static final int MOST_NODES = 2000;
    private static final int MOST_REPAIRS = 12;

    private final Probe probe;
    private final NumberNames names;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private final List<Probe.Values> values = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Double> constants = new ArrayList<>();
    private final Map<Integer, List<Node>> members = new HashMap<>();
    private Map<Node, Integer> known = new HashMap<>();

    Graph(Probe probe, NumberNames names) {
        this.probe = probe;
        this.names = names;
    }

    boolean isFull() {
        return nodes.size() >= MOST_NODES;
    }

    int classCount() {
        return parents.size();
    }

    int nodeCount() {
        return nodes.size();
    }

    Node node(int index) {
        return nodes.get(index);
    }

    /** Returns the class that a node was added to. */
    int owner(int index) {
        return find(owners.get(index));
    }

    NumberNames names() {
        return names;
    }

    int find(int member) {
        int root = member;
        while (parents.get(root) != root) {
            root = parents.get(root);
        }
        return root;
    }

    Probe.Values values(int member) {
        return values.get(find(member));
    }

    /** Returns the constant that a class is, or NaN. */
    double constant(int member) {
        return constants.get(find(member));
    }

    /** Returns the classes in the order in which they were added. */
    List<Integer> classes() {
        return members.keySet().stream().sorted().toList();
    }

    /** Returns the nodes of a class in the order in which they were added. */
    List<Node> nodes(int member) {
        return members.getOrDefault(find(member), List.of());
    }

    /** Returns the class of a node whose operands are classes, adding it if it is new. */
    int add(Node node) {
        Integer old = known.get(node);
        if (old != null) {
            return find(old);
        }
        int fresh = parents.size();
        Probe.Values[] operands =
                Arrays.stream(node.children()).mapToObj(this::values).toArray(Probe.Values[]::new);
        parents.add(fresh);
        values.add(probe.of(node, operands));
        constants.add(node.is(Opcode.CONSTANT) ? node.number() : Double.NaN);
        nodes.add(node);
        owners.add(fresh);
        members.computeIfAbsent(fresh, key -> new ArrayList<>()).add(node);
        known.put(node, fresh);
        return fresh;
    }

    /** Makes two classes one if their values are equal. Returns whether they are one now. */
    boolean unite(int left, int right) {
        int a = Math.min(find(left), find(right));
        int b = Math.max(find(left), find(right));
        if (a == b) {
            return true;
        }
        if (!Probe.areEqual(values.get(a), values.get(b))) {
            return false;
        }
        parents.set(b, a);
        if (Double.isNaN(constants.get(a))) {
            constants.set(a, constants.get(b));
        }
        List<Node> moved = members.remove(b);
        if (moved != null) {
            members.computeIfAbsent(a, key -> new ArrayList<>()).addAll(moved);
        }
        return true;
    }

    /** Restores the invariant that equal nodes are in one class, after classes have become one. */
    void repair(Arithmetic arithmetic) {
        boolean changed = true;
        for (int pass = 0; changed && pass < MOST_REPAIRS; pass++) {
            changed = repairOnce(arithmetic);
        }
    }

    private boolean repairOnce(Arithmetic arithmetic) {
        List<Node> old = List.copyOf(nodes);
        List<Integer> owned = List.copyOf(owners);
        known = new HashMap<>();
        nodes.clear();
        owners.clear();
        members.clear();
        boolean changed = false;
        for (int i = 0; i < old.size(); i++) {
            Node node = old.get(i);
            int owner = find(owned.get(i));
            Node same = canonical(node);
            Integer twin = known.get(same);
            if (twin != null) {
                changed |= find(twin) != owner && unite(twin, owner);
                continue;
            }
            known.put(same, owner);
            nodes.add(same);
            owners.add(owner);
            members.computeIfAbsent(owner, key -> new ArrayList<>()).add(same);
            if (hasChanged(node)) {
                changed |= joinNormal(arithmetic, same, owner);
            }
        }
        return changed;
    }

    private boolean hasChanged(Node node) {
        for (int child : node.children()) {
            if (find(child) != child) {
                return true;
            }
        }
        return false;
    }

    private Node canonical(Node node) {
        return hasChanged(node)
                ? new Node(
                        node.kind(),
                        node.number(),
                        Arrays.stream(node.children()).map(this::find).toArray(),
                        node.weights())
                : node;
    }

    /** Operands that have become one, or a constant, merge. */
    private boolean joinNormal(Arithmetic arithmetic, Node node, int owner) {
        int normal = arithmetic.again(node);
        return normal >= 0 && find(normal) != find(owner) && unite(normal, owner);
    }
}
