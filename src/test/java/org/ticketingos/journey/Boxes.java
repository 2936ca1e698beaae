package org.ticketingos.journey;

import com.microsoft.playwright.Page;
import java.util.List;

/** Finds texts that stick out of the box they stand in, as an eye would: by where the letters are painted. */
final class Boxes {

    /** Letters beyond the nearest box. Cut by an ellipsis or in a place that scrolls is well; cut off bare is not. */
    private static final String BROKEN = """
            () => {
              const boxes = '.panel, .tile, .said, .card, .chip, .notice, .composer, .bulk-bar, td, vaadin-button,'
                + ' vaadin-grid-cell-content, vaadin-side-nav-item, vaadin-notification-card, .ticket-top';
              const up = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode()?.host ?? null;
              const shortens = (one, style) => style.overflowX !== 'visible' && (style.textOverflow === 'ellipsis'
                || style.webkitLineClamp !== 'none' || one.matches('input, textarea, pre, #table, [part~=tabs]')
                || one.getBoundingClientRect().width < 2);
              const broken = [];
              const look = (root) => {
                const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                  const text = texts.currentNode;
                  const owner = text.parentElement;
                  if (!owner || text.textContent.trim().length < 2 || !owner.checkVisibility()
                      || owner.closest('style, script, vaadin-tooltip, [role=tooltip], .skip')) continue;
                  const range = document.createRange();
                  range.selectNodeContents(text);
                  for (const rect of range.getClientRects()) {
                    let left = rect.left, right = rect.right, box = null;
                    for (let one = owner; one && one !== document.documentElement; one = up(one)) {
                      const style = getComputedStyle(one), at = one.getBoundingClientRect();
                      if (!box && one.matches(boxes)) box = at;
                      if (at.width > 0 && shortens(one, style)) {
                        left = Math.max(left, at.left);
                        right = Math.min(right, at.right);
                      }
                      if (style.clipPath !== 'none') right = left;
                    }
                    const room = box ?? { left: 0, right: innerWidth };
                    if (right - left > 1 && right > 0 && (right > room.right + 1.5 || left < room.left - 1.5 || right > innerWidth + 1)) {
                      broken.push(owner.tagName + '.' + owner.className + ': ' + text.textContent.trim().slice(0, 40));
                      break;
                    }
                  }
                }
              };
              look(document.body);
              return [...new Set(broken)];
            }
            """;

    private Boxes() {}

    @SuppressWarnings("unchecked")
    static List<String> broken(Page page) {
        return (List<String>) page.evaluate(BROKEN);
    }
}
