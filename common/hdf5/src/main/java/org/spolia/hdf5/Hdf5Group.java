package org.spolia.hdf5;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.spolia.hdf5.structure.Link;
import org.spolia.hdf5.structure.ObjectHeader;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.type.Hdf5Exception;

/** A group: the names of its groups and datasets, in alphabetical order, and its attributes. */
public final class Hdf5Group {
    private static final int MOST_SOFT_LINKS = 16;

    private final ObjectReader objects;
    private final long address;
    private final String path;
    private final ObjectLocation place;
    private @Nullable ObjectHeader header;
    private @Nullable SortedMap<String, Link> links;
    private @Nullable SortedMap<String, Hdf5Value> attributes;
    private final SortedMap<String, Object> members = new TreeMap<>();

    Hdf5Group(ObjectReader objects, long address, String path) {
        this.objects = objects;
        this.address = address;
        this.path = path;
        this.place = new ObjectLocation(objects.file(), path);
    }

    /** From the root of the file, beginning with a slash. */
    public String path() {
        return path;
    }

    public SortedMap<String, Hdf5Value> attributes() {
        if (attributes == null) {
            attributes = objects.attributes(header(), place);
        }
        return attributes;
    }

    /** The attribute of this name. */
    public Hdf5Value attribute(String name) {
        return AttributeReader.require(attributes(), name, place);
    }

    /** The names of the members that are datasets. */
    public List<String> datasets() {
        return names(member -> member instanceof Hdf5Dataset);
    }

    /** The names of the members that are groups. */
    public List<String> groups() {
        return names(member -> member instanceof Hdf5Group);
    }

    /** The members that cannot be described, with the reason. */
    public SortedMap<String, Hdf5Exception> unreadable() {
        SortedMap<String, Hdf5Exception> unreadable = new TreeMap<>();
        for (String name : links().keySet()) {
            if (member(name) instanceof Hdf5Exception failure) {
                unreadable.put(name, failure);
            }
        }
        return unreadable;
    }

    /** The dataset at a path relative to this group. */
    public Hdf5Dataset dataset(String relative) {
        if (find(relative) instanceof Hdf5Dataset dataset) {
            return dataset;
        }
        throw missing("dataset", relative, datasets());
    }

    /** The group at a path relative to this group. */
    public Hdf5Group group(String relative) {
        if (find(relative) instanceof Hdf5Group group) {
            return group;
        }
        throw missing("group", relative, groups());
    }

    /** Returns whether there is a dataset at a relative path that can be described. */
    public boolean hasDataset(String relative) {
        return find(relative) instanceof Hdf5Dataset;
    }

    /** Returns whether there is a group at a relative path. */
    public boolean hasGroup(String relative) {
        return find(relative) instanceof Hdf5Group;
    }

    /** Visits everything below this group, each group once. */
    void visit(Consumer<Hdf5Dataset> dataset, BiConsumer<String, Hdf5Exception> failure) {
        visit(new HashSet<>(), dataset, failure);
    }

    private void visit(Set<Long> seen, Consumer<Hdf5Dataset> dataset, BiConsumer<String, Hdf5Exception> failure) {
        if (!seen.add(address)) {
            return;
        }
        Set<String> names;
        try {
            names = links().keySet();
        } catch (Hdf5Exception e) {
            failure.accept(path, e);
            return;
        }
        for (String name : names) {
            Object member = member(name);
            if (member instanceof Hdf5Dataset found) {
                dataset.accept(found);
            } else if (member instanceof Hdf5Group group) {
                group.visit(seen, dataset, failure);
            } else if (member instanceof Hdf5Exception thrown) {
                failure.accept(place.child(name).object(), thrown);
            }
        }
    }

    private List<String> names(Predicate<Object> wanted) {
        List<String> names = new ArrayList<>();
        for (String name : links().keySet()) {
            if (wanted.test(member(name))) {
                names.add(name);
            }
        }
        return names;
    }

    /** Returns the object at a path: a dataset, a group, or null. Throws if it cannot be described. */
    private @Nullable Object find(String relative) {
        Hdf5Group group = this;
        String[] names = relative.split("/", -1);
        for (int i = 0; i < names.length; i++) {
            if (!group.links().containsKey(names[i])) {
                return null;
            }
            Object member = group.member(names[i]);
            if (member instanceof Hdf5Exception failure) {
                throw failure;
            }
            if (i == names.length - 1) {
                return member;
            }
            if (!(member instanceof Hdf5Group next)) {
                return null;
            }
            group = next;
        }
        return group;
    }

    /** Returns a dataset, a group, another object, or the exception with the reason why it cannot be described. */
    private Object member(String name) {
        Object member = members.get(name);
        if (member == null) {
            member = describe(name);
            members.put(name, member);
        }
        return member;
    }

    private Object describe(String name) {
        ObjectLocation at = place.child(name);
        try {
            return objects.describe(resolve(name, MOST_SOFT_LINKS), at);
        } catch (Hdf5Exception e) {
            return e;
        }
    }

    /** Returns the address of the object that a name refers to. */
    private long resolve(String name, int hops) {
        ObjectLocation at = place.child(name);
        Link link = links().get(name);
        if (link instanceof Link.Hard hard) {
            return hard.address();
        }
        if (link instanceof Link.External external) {
            throw at.unsupported("links into the file " + external.file()
                    + ", and external links are not followed; open that file instead");
        }
        if (!(link instanceof Link.Soft soft)) {
            throw at.mistake("is the target of a soft link and does not exist");
        }
        if (hops == 0) {
            throw at.damaged("is a soft link in a cycle");
        }
        Hdf5Group group = soft.path().startsWith("/") ? new Hdf5Group(objects, objects.root(), "/") : this;
        String[] names = soft.path().replaceFirst("^/+", "").split("/", -1);
        for (int i = 0; i < names.length - 1; i++) {
            group = new Hdf5Group(
                    objects,
                    group.resolve(names[i], hops - 1),
                    place.child(names[i]).object());
        }
        return group.resolve(names[names.length - 1], hops - 1);
    }

    private SortedMap<String, Link> links() {
        if (links == null) {
            links = objects.links(header(), place);
        }
        return links;
    }

    private ObjectHeader header() {
        if (header == null) {
            header = objects.header(address, place);
        }
        return header;
    }

    private Hdf5Exception missing(String what, String relative, List<String> there) {
        return place.mistake("has no " + what + " '" + relative + "'; there "
                + (there.isEmpty() ? "are none" : "is " + String.join(", ", there)));
    }

    @Override
    public String toString() {
        return path;
    }
}
