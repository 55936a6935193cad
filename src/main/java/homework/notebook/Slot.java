package homework.notebook;

/** One place in the page, whose output is replaced by the next one put there. */
final class Slot {

    private final Display display;
    private String id;

    Slot(Display display) {
        this.display = display;
    }

    void put(String html, String text) {
        if (id == null) {
            id = display.show(html, text);
        } else {
            display.update(id, html, text);
        }
    }
}
