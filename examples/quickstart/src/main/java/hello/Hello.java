package hello;

/** All there is in the image. */
public final class Hello {
    private Hello() {}

    public static void main(String[] args) {
        System.out.println("Hello from an image that the registry took.");
    }
}
