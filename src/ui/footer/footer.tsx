import type { Frame } from "#ui/layouts/frame.ts";

export function Footer({ frame }: { readonly frame: Frame }) {
  return (
    <footer class="footer">
      <div class="footer-inner">
        <div class="footer-contact">
          <p class="footer-city">{frame.cityName}</p>
          {frame.footer.contact}
        </div>
        {frame.footer.links.length > 0 && (
          <ul class="footer-links">
            {frame.footer.links.map((link) => (
              <li>
                <a href={link.href}>{link.text}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  );
}
