package homework.data;

import java.util.List;

/**
 * How people write the ten digits: for each a few variants, each a list of pen strokes. Points lie in a box from (0, 0) at the top
 * left to (1, 1) at the bottom right. Strokes that share a point keep sharing it however the digit is bent.
 */
final class DigitStrokes {

    /** One movement of the pen through points x, y, x, y, …: a smooth curve or straight lines with corners. */
    record Stroke(boolean smooth, double... xy) {
        int points() {
            return xy.length / 2;
        }
    }

    private static final List<List<List<Stroke>>> DIGITS = List.of(
            List.of( // 0: closed oval · the end overshoots the start · narrow, left open at the top
                    List.of(curve(.5, 0, .2, .13, .07, .5, .2, .87, .5, 1, .8, .87, .93, .5, .8, .13, .5, 0)),
                    List.of(curve(.64, .02, .3, .1, .11, .5, .24, .88, .53, 1, .82, .86, .92, .5, .78, .14, .5, .02, .34, .12)),
                    List.of(curve(.44, .01, .22, .22, .16, .62, .32, .93, .58, .97, .8, .68, .82, .3, .66, .07))),
            List.of( // 1: a bar · with flag · with flag and foot
                    List.of(lines(.5, 0, .5, 1)),
                    List.of(lines(.28, .24, .56, 0, .56, 1)),
                    List.of(lines(.28, .22, .54, 0, .54, 1), lines(.22, 1, .86, 1))),
            List.of( // 2: straight foot · loop at the foot · flat, with a long neck
                    List.of(curve(.13, .24, .3, .04, .6, 0, .83, .18, .76, .44, .45, .75, .1, 1), lines(.1, 1, .92, 1)),
                    List.of(curve(.15, .2, .4, 0, .74, .08, .78, .36, .52, .74, .22, .97, .08, .88, .24, .78, .52, .9, .94, .98)),
                    List.of(curve(.2, .12, .5, .02, .8, .14, .78, .36, .5, .62, .14, .96), curve(.14, .96, .4, .9, .65, 1, .95, .92))),
            List.of( // 3: round · flat top · no waist
                    List.of(curve(.15, .12, .45, 0, .8, .1, .8, .35, .42, .47), curve(.42, .47, .84, .56, .9, .84, .52, 1, .1, .88)),
                    List.of(lines(.12, .03, .85, .03, .45, .4), curve(.45, .4, .86, .52, .86, .86, .5, 1, .1, .9)),
                    List.of(curve(.2, .08, .55, 0, .8, .2, .6, .42, .5, .48, .72, .56, .86, .78, .6, .98, .12, .94))),
            List.of( // 4: open · closed · round cup
                    List.of(lines(.22, .02, .1, .58, .92, .56), lines(.74, .12, .68, 1)),
                    List.of(lines(.66, 0, .08, .66, .94, .66), lines(.66, 0, .64, 1)),
                    List.of(curve(.16, .02, .12, .34, .26, .52, .78, .48), lines(.82, 0, .78, .48, .72, 1))),
            List.of( // 5: bar, back and belly · in one go like an S · bar drawn last, far to the right
                    List.of(lines(.86, .02, .26, .02, .2, .45), curve(.2, .45, .5, .36, .85, .5, .87, .8, .5, 1, .1, .9)),
                    List.of(curve(.86, 0, .34, .05, .2, .38, .6, .46, .86, .7, .6, .98, .1, .94)),
                    List.of(lines(.3, .06, .24, .44), curve(.24, .44, .6, .4, .82, .62, .7, .92, .36, 1, .12, .88), lines(.3, .06, .96, 0))),
            List.of( // 6: round back · straight back, low belly
                    List.of(curve(.76, .02, .4, .2, .15, .6, .25, .93, .55, 1, .82, .85, .8, .62, .5, .53, .2, .7)),
                    List.of(curve(.56, 0, .25, .36, .12, .72, .34, 1, .74, .95, .86, .74, .62, .58, .3, .66, .14, .82)),
                    List.of(curve(.9, .08, .6, 0, .24, .3, .14, .68, .4, .99, .76, .9, .76, .6, .46, .5, .18, .66))),
            List.of( // 7: plain · with a bar · with a hook and a bent leg
                    List.of(lines(.1, .04, .9, .03, .36, 1)),
                    List.of(lines(.1, .04, .9, .03, .4, 1), lines(.3, .52, .84, .48)),
                    List.of(lines(.1, .2, .12, .04, .9, .04), curve(.9, .04, .6, .42, .46, 1))),
            List.of( // 8: in one line · two rings · left open at the top
                    List.of(curve(.76, .14, .5, 0, .22, .12, .28, .34, .5, .48, .8, .68, .78, .92, .5, 1, .2, .9, .2, .68, .5, .48, .74, .32,
                            .76, .14)),
                    List.of(curve(.5, 0, .25, .1, .25, .35, .5, .46, .75, .35, .75, .1, .5, 0),
                            curve(.5, .46, .18, .58, .18, .88, .5, 1, .82, .88, .82, .58, .5, .46)),
                    List.of(curve(.84, .06, .5, .02, .24, .16, .36, .4, .68, .6, .78, .84, .5, 1, .24, .86, .36, .6, .64, .38, .86, .16))),
            List.of( // 9: straight leg · round tail · leg bent to the left
                    List.of(curve(.8, .16, .5, 0, .2, .12, .18, .38, .45, .5, .74, .38, .8, .16), lines(.8, .16, .74, 1)),
                    List.of(curve(.82, .16, .5, 0, .2, .12, .18, .38, .45, .5, .74, .4, .82, .16), curve(.82, .16, .86, .56, .66, .92, .24, .98)),
                    List.of(curve(.78, .1, .44, .02, .18, .24, .34, .48, .7, .36, .78, .1), curve(.78, .1, .66, .5, .46, 1))));

    private DigitStrokes() {
    }

    /** The ways to write a digit (0 … 9). */
    static List<List<Stroke>> variants(int digit) {
        return DIGITS.get(digit);
    }

    private static Stroke curve(double... xy) {
        return new Stroke(true, xy);
    }

    private static Stroke lines(double... xy) {
        return new Stroke(false, xy);
    }
}
