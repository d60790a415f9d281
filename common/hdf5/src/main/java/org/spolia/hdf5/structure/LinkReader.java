package org.spolia.hdf5.structure;

import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.SymbolTableMessage;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the names of a group and their targets, in all formats of groups. */
public final class LinkReader {
    private static final int BY_NAME = 5;
    private static final int HASH_BYTES = 4;

    private final Source source;
    private final Jhdf jhdf;
    private final ObjectLocation place;
    private final SortedMap<String, Link> links = new TreeMap<>();

    public LinkReader(Source source, Jhdf jhdf, ObjectLocation place) {
        this.source = source;
        this.jhdf = jhdf;
        this.place = place;
    }

    public SortedMap<String, Link> read(ObjectHeader header) {
        for (HeaderMessage message : header.all(HeaderMessage.SYMBOL_TABLE)) {
            SymbolTableMessage table = jhdf.read(message, SymbolTableMessage.class, place);
            SymbolTable.read(source, table.getBTreeAddress(), table.getLocalHeapAddress(), links, place);
        }
        for (HeaderMessage message : header.all(HeaderMessage.LINK)) {
            add(jhdf.read(message, LinkMessage.class, place));
        }
        for (HeaderMessage message : header.all(HeaderMessage.LINK_INFO)) {
            LinkInfoMessage dense = jhdf.read(message, LinkInfoMessage.class, place);
            if (dense.getBTreeNameIndexAddress() != Source.UNDEFINED) {
                readDense(dense);
            }
        }
        return links;
    }

    private void readDense(LinkInfoMessage dense) {
        FractalHeap heap = new FractalHeap(source, dense.getFractalHeapAddress(), place);
        BTreeV2.open(source, dense.getBTreeNameIndexAddress(), BY_NAME, place).visit(record -> {
            record.position(HASH_BYTES);
            add(Jhdf.translated(place, () -> LinkMessage.fromBuffer(heap.object(record), jhdf.superblock())));
        });
    }

    private void add(LinkMessage message) {
        Link link = switch (message.getLinkType()) {
            case HARD -> new Link.Hard(message.getHardLinkAddress());
            case SOFT -> new Link.Soft(message.getSoftLink());
            case EXTERNAL -> new Link.External(message.getExternalFile(), message.getExternalPath());
        };
        links.put(message.getLinkName(), link);
    }
}
