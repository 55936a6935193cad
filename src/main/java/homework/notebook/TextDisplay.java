package homework.notebook;

/** Output without a kernel: the text form, on standard output. */
enum TextDisplay implements Display {
    INSTANCE;

    @Override
    public String show(String html, String text) {
        System.out.println(text);
        return "";
    }

    @Override
    public void update(String id, String html, String text) {
        System.out.println(text);
    }

    @Override
    public boolean isKernel() {
        return false;
    }
}
