package org.spolia.sky;

import java.util.Arrays;

/** A cell and the cells around it. Steps that leave a square arrive in the adjacent square. */
final class Neighbourhood {
    private Neighbourhood() {}

    /** Writes a cell and the cells around it in ascending order and returns their number. */
    static int of(int order, long cell, long[] around) {
        int facet = Healpix.facet(order, cell);
        int x = Healpix.x(order, cell);
        int y = Healpix.y(order, cell);
        int last = (1 << order) - 1;
        int count = 0;
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                long other = step(order, last, facet, x + dx, y + dy);
                if (other >= 0) {
                    around[count++] = other;
                }
            }
        }
        return distinct(around, count);
    }

    /**
     * Returns the cell at x and y, at most one step outside its square; -1 beyond a corner where three squares meet.
     */
    private static long step(int order, int last, int facet, int x, int y) {
        int beyondX = x < 0 ? -1 : x > last ? 1 : 0;
        int beyondY = y < 0 ? -1 : y > last ? 1 : 0;
        if (beyondX == 0 && beyondY == 0) {
            return Healpix.cell(order, facet, x, y);
        }
        int zone = facet / 4;
        int here = facet % 4;
        int next = (here + 1) % 4;
        int before = (here + 3) % 4;
        if (beyondX != 0 && beyondY != 0) {
            return corner(order, last, zone, here, beyondX, beyondY);
        }
        if (beyondX > 0) {
            return switch (zone) {
                case 0 -> Healpix.cell(order, next, y, last);
                case 1 -> Healpix.cell(order, here, 0, y);
                default -> Healpix.cell(order, 4 + next, 0, y);
            };
        }
        if (beyondX < 0) {
            return switch (zone) {
                case 0 -> Healpix.cell(order, 4 + here, last, y);
                case 1 -> Healpix.cell(order, 8 + before, last, y);
                default -> Healpix.cell(order, 8 + before, y, 0);
            };
        }
        if (beyondY > 0) {
            return switch (zone) {
                case 0 -> Healpix.cell(order, before, last, x);
                case 1 -> Healpix.cell(order, before, x, 0);
                default -> Healpix.cell(order, 4 + here, x, 0);
            };
        }
        return switch (zone) {
            case 0 -> Healpix.cell(order, 4 + next, x, last);
            case 1 -> Healpix.cell(order, 8 + here, x, last);
            default -> Healpix.cell(order, 8 + next, 0, x);
        };
    }

    /** Four squares meet at the poles and on the equator, three where a cap begins. */
    private static long corner(int order, int last, int zone, int here, int beyondX, int beyondY) {
        boolean north = beyondX > 0 && beyondY > 0;
        boolean south = beyondX < 0 && beyondY < 0;
        if (zone == 1) {
            if (north || south) {
                return -1;
            }
            return beyondX > 0
                    ? Healpix.cell(order, 4 + (here + 1) % 4, 0, last)
                    : Healpix.cell(order, 4 + (here + 3) % 4, last, 0);
        }
        if (!north && !south) {
            return -1;
        }
        int opposite = (here + 2) % 4;
        if (zone == 0) {
            return north ? Healpix.cell(order, opposite, last, last) : Healpix.cell(order, 8 + here, last, last);
        }
        return north ? Healpix.cell(order, here, 0, 0) : Healpix.cell(order, 8 + opposite, 0, 0);
    }

    /** At order 0, two steps may lead to the same cell. */
    private static int distinct(long[] cells, int count) {
        Arrays.sort(cells, 0, count);
        int kept = 1;
        for (int i = 1; i < count; i++) {
            if (cells[i] != cells[kept - 1]) {
                cells[kept++] = cells[i];
            }
        }
        return kept;
    }
}
