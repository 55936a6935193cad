package homework.engine;

/**
 * A function of many numbers, as a search for its minimum sees it: a point x with the gradient g there, a direction s to go, and a point x₀
 * with its gradient g₀ to come back to.
 */
interface Landscape {
    /** The function at x; g becomes the gradient there. */
    double evaluate();

    /** g · s. */
    double slope();

    /** x ← x + length · s. */
    void move(double length);

    /** x₀ ← x, g₀ ← g. */
    void mark();

    /** x ← x₀, bit for bit. */
    void back();

    /** s ← −g. */
    void steepest();

    /** s ← β s − g with β = (g · g − g · g₀) / (g₀ · g₀), which is Polak's and Ribière's. */
    void conjugate();
}
