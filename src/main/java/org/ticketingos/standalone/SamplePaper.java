package org.ticketingos.standalone;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.ticketingos.document.PdfWriter;

/**
 * An invented vendor's invoice with one line and 18 % tax, as a scan.
 *
 * @param quantity pieces at {@code price} each
 */
record SamplePaper(String vendor, String place, String number, LocalDate date, String goods, int quantity, String price) {

    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    String net() {
        return new BigDecimal(price)
                .multiply(BigDecimal.valueOf(quantity))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    String tax() {
        return new BigDecimal(net())
                .multiply(new BigDecimal("0.18"))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    String total() {
        return new BigDecimal(net()).add(new BigDecimal(tax())).toPlainString();
    }

    byte[] scan(PdfWriter writer) {
        return writer.asScan("""
                <html><head><title>Invoice</title><style>
                @page { size: A4; margin: 22mm } body { font-size: 12pt }
                h1 { font-size: 18pt; margin: 0 0 10mm } td, th { padding: 2mm 8mm 2mm 0; text-align: left }
                .line td { border-top: 1px solid #000 } p { margin: 0 0 6mm }
                </style></head><body>
                <h1>TAX INVOICE</h1>
                <p><b>%s</b><br/>%s</p>
                <table><tr><td>Invoice No:</td><td>%s</td></tr><tr><td>Invoice Date:</td><td>%s</td></tr></table>
                <p><br/>Bill to: the company this was sent to</p>
                <table><tr><th>Description</th><th>Qty</th><th>Rate</th><th>Amount</th></tr>
                <tr class="line"><td>%s</td><td>%d</td><td>%s</td><td>%s</td></tr></table>
                <table><tr><td>Sub Total</td><td>%s</td></tr><tr><td>IGST 18%%</td><td>%s</td></tr>
                <tr><td><b>Grand Total</b></td><td><b>INR %s</b></td></tr></table>
                </body></html>""".formatted(
                        vendor, place, number, PRINTED.format(date), goods, quantity, price, net(), net(), tax(), total()));
    }
}
