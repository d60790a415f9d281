package org.spolia.hdf5;

import java.util.List;
import java.util.Optional;

/**
 * What the file says about an object.
 *
 * @param address of the header
 * @param messages in their order
 */
record ObjectHeader(long address, List<HeaderMessage> messages) {

    ObjectHeader {
        messages = List.copyOf(messages);
    }

    boolean has(int type) {
        return first(type).isPresent();
    }

    Optional<HeaderMessage> first(int type) {
        return messages.stream().filter(message -> message.type() == type).findFirst();
    }

    List<HeaderMessage> all(int type) {
        return messages.stream().filter(message -> message.type() == type).toList();
    }

    HeaderMessage only(int type, String what, Place place) {
        List<HeaderMessage> found = all(type);
        if (found.size() != 1) {
            throw place.damaged("has " + found.size() + " messages about its " + what + " where there must be one");
        }
        return found.get(0);
    }
}
