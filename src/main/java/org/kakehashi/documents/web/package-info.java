@NullMarked
package org.kakehashi.documents.web;

import org.jspecify.annotations.NullMarked;
