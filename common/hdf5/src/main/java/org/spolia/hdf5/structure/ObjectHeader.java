package org.spolia.hdf5.structure;

import java.util.List;
import java.util.Optional;

/**
 * The header of an object.
 *
 * @param address the address of the header
 * @param messages the messages in their order
 */
public record ObjectHeader(long address, List<HeaderMessage> messages) {

    public ObjectHeader {
        messages = List.copyOf(messages);
    }

    public boolean has(int type) {
        return first(type).isPresent();
    }

    Optional<HeaderMessage> first(int type) {
        return messages.stream().filter(message -> message.type() == type).findFirst();
    }

    public List<HeaderMessage> all(int type) {
        return messages.stream().filter(message -> message.type() == type).toList();
    }

    public HeaderMessage only(int type, String what, ObjectLocation place) {
        List<HeaderMessage> found = all(type);
        if (found.size() != 1) {
            throw place.damaged("has " + found.size() + " messages about its " + what + " where there must be one");
        }
        return found.get(0);
    }
}
