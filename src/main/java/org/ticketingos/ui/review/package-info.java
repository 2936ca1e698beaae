/** What QA reviewers sit in front of. */
@NullMarked
package org.ticketingos.ui.review;

import org.jspecify.annotations.NullMarked;
