/** Figures as pictures: one wrapper around ECharts. */
@NullMarked
package org.ticketingos.ui.chart;

import org.jspecify.annotations.NullMarked;
