package homework.grade;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One declaration or statement of a cell.
 *
 * @param line its first line in the cell, from 1
 */
record Piece(Kind kind, String source, int line) {
    private static final int MOST = 10_000;

    /** BROKEN is what cannot be read as Java; the compiler says why. */
    enum Kind {
        IMPORT, METHOD, TYPE, VARIABLE, STATEMENT, BROKEN;

        /** Whether it only says what something is and computes nothing. */
        boolean isDeclaration() {
            return this == IMPORT || this == METHOD || this == TYPE;
        }
    }

    static void write(DataOutputStream out, List<Piece> pieces) throws IOException {
        out.writeInt(pieces.size());
        for (Piece piece : pieces) {
            out.writeByte(piece.kind.ordinal());
            out.writeInt(piece.line);
            Wire.text(out, piece.source, Wire.LONGEST_SOURCE);
        }
    }

    static List<Piece> read(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new Wire.Garbage("a cell cannot have " + count + " pieces");
        }
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = in.readUnsignedByte();
            if (kind >= Kind.values().length) {
                throw new Wire.Garbage("no such piece of a cell");
            }
            int line = in.readInt();
            pieces.add(new Piece(Kind.values()[kind], Wire.text(in, Wire.LONGEST_SOURCE), line));
        }
        return pieces;
    }
}
